// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.configmap;

import io.shakebook.spi.Doc;
import io.shakebook.spi.Output;
import io.shakebook.spi.kube.LocalRef;

/** Outputs of the module "configmap". */
public record ConfigmapOutputs(
        @Doc("Name of the object") Output<String> name,

        @Doc("Kind and name, as other modules take them") Output<LocalRef> object,

        @Doc("Digest of the files: another one when a file changes")
        Output<String> digest) {}
