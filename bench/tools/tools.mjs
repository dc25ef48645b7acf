export const noTool = () => 'not installed';
export const runTool = () => undefined;
