/** The connector for Facebook Pages and Messenger; nothing here is exported. */
package io.svara.channel.facebook;
