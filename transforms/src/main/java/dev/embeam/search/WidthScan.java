package dev.embeam.search;

import java.util.List;

/**
 * What is asked at one width: the scorers of its similarities and the systems, those of one scorer together.
 *
 * @param width columns
 * @param scorers one a similarity
 * @param systems one a similarity and share
 */
record WidthScan(int width, List<Scorer> scorers, List<SystemHits> systems) {}
