/**
 * JSON for programs: our own API under {@code /api/v1}, and the shape that existing clients speak.
 */
package dev.paperboy.classify.api;
