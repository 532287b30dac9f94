using System.Security.Cryptography.X509Certificates;
using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.Messages;

namespace MyNumber.Linkage.AspNetCore.Client;

/// <summary>How a line goes over HTTP.</summary>
public sealed class LinkageClientOptions
{
    /// <summary>Scheme, host and port of the server; https. Paths are fixed (<see cref="Wire.LinkageWire"/>).</summary>
    public Uri? Address { get; set; }

    /// <summary>The own certificate with its private key; stays the caller's.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>The keys of the network.</summary>
    public PinnedPeers? Peers { get; set; }

    /// <summary>How long a call may take, attempts and all; above zero.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a call is made when the connection fails before an answer comes, 1 to 10; every message may come twice.</summary>
    public int Attempts { get; set; } = 2;

    /// <summary>The longest answer that is read, 1 to <see cref="MessageEncoding.MostBytes"/>.</summary>
    public int MostBytes { get; set; } = MessageEncoding.MostBytes;

    /// <summary>The version of HTTP, 1.1 or 2; 2 is the faster one under load.</summary>
    public Version HttpVersion { get; set; } = System.Net.HttpVersion.Version20;

    /// <summary>The clock of timeouts and of the validity of certificates.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Why no line can be made of this; <see langword="null"/> when one can.</summary>
    internal string? Fault =>
        Address is not { IsAbsoluteUri: true } || Address.Scheme != Uri.UriSchemeHttps ? "Address is an absolute https address."
        : Certificate is not { HasPrivateKey: true } ? "Certificate has a private key."
        : Peers is null ? "Peers are set."
        : Clock is null ? "Clock is set."
        : Timeout <= TimeSpan.Zero ? "Timeout is above zero."
        : Attempts is < 1 or > 10 ? "Attempts are 1 to 10."
        : MostBytes is < 1 or > MessageEncoding.MostBytes ? "MostBytes is 1 to the longest message."
        : HttpVersion != System.Net.HttpVersion.Version11 && HttpVersion != System.Net.HttpVersion.Version20 ? "HttpVersion is 1.1 or 2."
        : null;
}
