// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.access.AccessReviews;
import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.change.ContentDigest;
import io.shakebook.engine.change.Differ;
import io.shakebook.engine.change.ServerPreview;

/**
 * What planning needs from outside.
 *
 * @param clusters as one planning sees them
 * @param facts what the look-ups of the playbook were asked through
 * @param tool name and version: {@code shakebook 0.1.0}
 */
public record PlanningPorts(
        Clusters clusters,
        LiveFacts facts,
        AccessReviews access,
        ServerPreview preview,
        Differ differ,
        ContentDigest digest,
        String tool) {}
