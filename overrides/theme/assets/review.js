// Shows that a page is past the day by which it was to be checked again, in a copy kept offline too.

const notice = document.querySelector("[data-review-by]");
const today = new Date().toISOString().slice(0, 10);
if (notice && today > notice.dataset.reviewBy) notice.hidden = false;
