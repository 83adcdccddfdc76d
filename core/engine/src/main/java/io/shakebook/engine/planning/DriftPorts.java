// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.change.FileFormats;
import io.shakebook.engine.change.Secrets;

/**
 * What finding drift needs from outside; none of it can change anything.
 *
 * @param tool name and version: {@code shakebook 0.1.0}
 */
public record DriftPorts(Clusters clusters, Secrets secrets, FileFormats formats, String tool) {}
