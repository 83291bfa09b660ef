package dev.embeam.pipeline.ranking;

import dev.embeam.schema.SystemName;
import java.io.Serializable;

/**
 * One system with one similarity.
 *
 * @param name of the system
 * @param variant the similarity as JMTEB writes it; empty where there is no choice
 * @param searches whether it searches a collection, which a run that was read does not
 * @param bytesPerDocument what a document's vector takes; 0 where there is none
 * @param scored whether it is scored, not only found along the way
 */
record RankedSystem(SystemName name, String variant, boolean searches, int bytesPerDocument, boolean scored)
        implements Serializable {
    private static final long serialVersionUID = 1L;
}
