using MyNumber.Card.Emulation.Profiles;

namespace MyNumber.Cli.Emulating;

/// <summary>A kind of card by name.</summary>
/// <param name="Name">In arguments and JSON.</param>
/// <param name="Profile">The kind.</param>
internal sealed record ProfileName(string Name, CardProfile Profile)
{
    /// <summary>All, the usual one first.</summary>
    public static IReadOnlyList<ProfileName> All { get; } =
    [
        new("individual-number-card", CardProfile.IndividualNumberCard),
        new("without-signature-certificate", CardProfile.WithoutSignatureCertificate),
    ];
}
