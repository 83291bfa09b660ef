/**
 * Evaluations by trials that run in parallel: clustering, classification, similarity of sentences, pairs. Depends on {@code
 * evaluation}, {@code learn}, {@code schema}, {@code storage}, {@code progress}, {@code sharing} and Beam; knows no other theme.
 */
@NullMarked
package dev.embeam.transform.evaluate;

import org.jspecify.annotations.NullMarked;
