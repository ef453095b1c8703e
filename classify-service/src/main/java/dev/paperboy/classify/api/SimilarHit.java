package dev.paperboy.classify.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A paper near in meaning. */
@Schema(name = "SimilarPaper")
record SimilarHit(
    @Schema(description = "cosine of the papers' vectors, -1 to 1") double likeness,
    ApiPaper paper) {}
