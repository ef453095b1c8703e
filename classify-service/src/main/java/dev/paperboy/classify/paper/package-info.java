/** What pages, feeds and the API say of a paper in the same words and addresses. */
package dev.paperboy.classify.paper;
