using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.AspNetCore.Peers;

/// <summary>Who is at the other end of a connection: the core or one body.</summary>
/// <remarks><see langword="default"/> is the core.</remarks>
/// <param name="Agency">The body; empty for the core.</param>
public readonly record struct LinkagePeer(AgencyId Agency)
{
    /// <summary>The core.</summary>
    public static LinkagePeer Core => default;

    /// <summary>Whether this is the core.</summary>
    public bool IsCore => Agency.IsEmpty;

    /// <summary>The core, or the body's number.</summary>
    /// <returns>One word or two.</returns>
    public override string ToString() => IsCore ? "core" : $"agency {Agency}";
}
