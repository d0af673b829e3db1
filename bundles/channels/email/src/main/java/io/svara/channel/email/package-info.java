/** E-mail: the connector, its forms and its settings. */
package io.svara.channel.email;
