const COMPATIBILITY = 'http://schemas.microsoft.com/office/word';

const compatSetting = (name: string, value: number): string =>
  `<w:compatSetting w:name="${name}" w:uri="${COMPATIBILITY}" w:val="${value}"/>`;

/**
 * `word/settings.xml` as Word and WPS write it for Chinese documents: page numbers differ on odd and even pages, punctuation
 * is compressed, a line that ends with a line break is not spread.
 */
export const SETTINGS: string =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  '<w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>' +
  '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>' +
  '<w:drawingGridVerticalSpacing w:val="156"/><w:displayHorizontalDrawingGridEvery w:val="0"/>' +
  '<w:displayVerticalDrawingGridEvery w:val="2"/><w:noPunctuationKerning/>' +
  '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>' +
  '<w:doNotExpandShiftReturn/><w:useFELayout/>' +
  compatSetting('compatibilityMode', 15) +
  compatSetting('overrideTableStyleFontSizeAndJustification', 1) +
  compatSetting('enableOpenTypeFeatures', 1) +
  compatSetting('doNotFlipMirrorIndents', 1) +
  '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>' +
  '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>';
