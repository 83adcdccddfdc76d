// SPDX-License-Identifier: Apache-2.0
/**
 * The module "shake-app": one RedisShake as a Deployment, and why it is not up yet. What it copies, and whether the copy is
 * complete, is not known here.
 */
@NullMarked
package io.shakebook.module.shakeapp;

import org.jspecify.annotations.NullMarked;
