using static MyNumber.Jpki.Certificates.CertificatePurpose;

namespace MyNumber.Jpki.Authority.Misissues;

/// <summary>Wrong periods.</summary>
internal static class PeriodRows
{
    public static IReadOnlyList<Misissue> All { get; } =
    [
        new("expired", Signature, true) { Contents = (_, contents) => contents.WithValidity(contents.NotBefore.AddYears(-6), contents.NotBefore.AddSeconds(-1)) },
        new("not-yet-valid", Signature, true) { Contents = (_, contents) => contents.WithValidity(contents.NotBefore.AddDays(1), contents.NotAfter) },
        new("ends-before-it-begins", UserAuthentication, true) { Contents = (_, contents) => contents.WithValidity(contents.NotBefore, contents.NotBefore.AddDays(-1)) },
        new("generalized-time", UserAuthentication, true) { Contents = (_, contents) => contents with { UsesGeneralizedTime = true } },
    ];
}
