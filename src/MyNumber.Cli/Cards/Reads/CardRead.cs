using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Cards.Reads;

/// <summary>Something that can be read from a card, as data.</summary>
/// <param name="Name">In arguments and JSON.</param>
/// <param name="Keys">What opens it; without a word of the user's the first. None for what is free.</param>
/// <param name="ReadAsync">Selects, opens, reads, answers.</param>
internal sealed record CardRead(string Name, IReadOnlyList<PinName> Keys, Func<ReadJob, Task<ExitCode>> ReadAsync)
{
    /// <summary>Whether some cards give it without a PIN, so that none is asked for unless the user names it.</summary>
    public bool IsFreeAtFirst { get; init; }

    /// <summary>Whether it needs a place to write to.</summary>
    public bool NeedsPlace { get; init; }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CardRead> All { get; } =
    [
        new("number", [PinName.InputSupport, PinName.MatchingA], InputSupportReads.NumberAsync),
        new("attributes", [PinName.InputSupport, PinName.MatchingB], InputSupportReads.AttributesAsync),
        new("age", [PinName.BirthDate], SurfaceReads.AgeAsync),
        new("face", [PinName.SurfaceMatchingB, PinName.SurfaceMatchingA], SurfaceReads.FaceAsync) { NeedsPlace = true },
        new("number-image", [PinName.SurfaceMatchingA], SurfaceReads.NumberImageAsync) { NeedsPlace = true },
        new("common", [], CommonRead.IdentityAsync),
        new("authentication-certificate", [PinName.Authentication], CertificateReads.AuthenticationAsync) { IsFreeAtFirst = true },
        new("authentication-ca-certificate", [], CertificateReads.AuthenticationAuthorityAsync),
        new("signature-certificate", [PinName.Signature], CertificateReads.SignatureAsync),
        new("signature-ca-certificate", [], CertificateReads.SignatureAuthorityAsync),
    ];
}
