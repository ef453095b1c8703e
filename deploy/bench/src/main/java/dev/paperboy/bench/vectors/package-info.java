/** The vectors of real papers, kept between measurements: encoding them takes hours. */
package dev.paperboy.bench.vectors;
