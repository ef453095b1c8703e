/** Signed links: what a mailed link may do, for whom, and until when. */
package dev.paperboy.notify.token;
