/** Care for load: how often one client may ask. */
package dev.paperboy.classify.limit;
