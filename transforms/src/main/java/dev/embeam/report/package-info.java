/**
 * Reports of evaluations for people: plain text, Markdown, and one HTML page with plots. Records in, strings out. Depends on
 * {@code schema} alone.
 */
@NullMarked
package dev.embeam.report;

import org.jspecify.annotations.NullMarked;
