// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.change.ContentDigest;
import io.shakebook.engine.change.Differ;
import io.shakebook.engine.change.ServerPreview;

/**
 * What planning needs from outside.
 *
 * @param tool name and version: {@code shakebook 0.1.0}
 */
public record PlanningPorts(
        Clusters clusters, ServerPreview preview, Differ differ, ContentDigest digest, String tool) {}
