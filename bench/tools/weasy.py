# Makes the PDFs of pages with WeasyPrint in one process, with two at a time: weasy.py OUT PAGE...
import sys
from multiprocessing import Pool
from os.path import basename, join

from weasyprint import HTML

out, *pages = sys.argv[1:]


def make(page):
    HTML(page).write_pdf(join(out, basename(page)[: -len(".html")] + ".pdf"))


if len(pages) == 1:
    make(pages[0])
else:
    with Pool(2) as pool:
        pool.map(make, pages, chunksize=1)
