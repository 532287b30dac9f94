using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.Messages;

namespace MyNumber.Linkage.AspNetCore.Server;

/// <summary>How a server of the linkage takes messages.</summary>
public sealed class LinkageServerOptions
{
    /// <summary>The keys of the network.</summary>
    public PinnedPeers? Peers { get; set; }

    /// <summary>The longest message that is read, 1 to <see cref="MessageEncoding.MostBytes"/>.</summary>
    public int MostBytes { get; set; } = MessageEncoding.MostBytes;

    /// <summary>The clock of the validity of certificates.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Why no server can be made of this; <see langword="null"/> when one can.</summary>
    internal string? Fault =>
        Peers is null ? "Peers are set."
        : Clock is null ? "Clock is set."
        : MostBytes is < 1 or > MessageEncoding.MostBytes ? "MostBytes is 1 to the longest message."
        : null;
}
