// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.shakeapp;

import io.shakebook.spi.Doc;
import io.shakebook.spi.Output;

/** Outputs of the module "shake-app". */
public record ShakeAppOutputs(@Doc("Name of the Deployment") Output<String> name) {}
