namespace MyNumber.Jpki.Tests.Chains;

/// <summary>What is expected of PKITS beside its verdicts: data, written from the titles and texts of the suite.</summary>
internal static class PkitsExpectations
{
    /// <summary>Cases that stay undetermined: no list or none that may be believed, and what is not implemented.</summary>
    public static readonly Dictionary<string, VerificationReason> Undetermined = new()
    {
        ["4.1.4"] = VerificationReason.ChainAlgorithmNotSupported, // valid; DSA
        ["4.1.5"] = VerificationReason.ChainAlgorithmNotSupported, // valid; DSA with inherited parameters
        ["4.1.6"] = VerificationReason.ChainAlgorithmNotSupported, // DSA
        ["4.4.1"] = VerificationReason.StatusOutOfScope, // no list
        ["4.4.4"] = VerificationReason.StatusSignatureInvalid,
        ["4.4.5"] = VerificationReason.StatusOutOfScope, // a list of another issuer's name
        ["4.4.6"] = VerificationReason.StatusOutOfScope, // another authority's list
        ["4.4.8"] = VerificationReason.ChainCrlExtensionUnrecognised,
        ["4.4.9"] = VerificationReason.ChainCrlExtensionUnrecognised,
        ["4.4.10"] = VerificationReason.ChainCrlExtensionUnrecognised,
        ["4.4.11"] = VerificationReason.StatusStale,
        ["4.4.12"] = VerificationReason.StatusStale,
        ["4.4.21"] = VerificationReason.StatusSignerNotAuthorised, // the key of the list is revoked
        ["4.7.4"] = VerificationReason.StatusSignerNotAuthorised, // no cRLSign
        ["4.7.5"] = VerificationReason.StatusSignerNotAuthorised,
        ["4.14.3"] = VerificationReason.StatusOutOfScope, // another distribution point
        ["4.14.8"] = VerificationReason.StatusOutOfScope,
        ["4.14.9"] = VerificationReason.StatusOutOfScope,
        ["4.14.11"] = VerificationReason.StatusOutOfScope, // users only, asked about an authority
        ["4.14.12"] = VerificationReason.StatusOutOfScope, // authorities only, asked about a user
        ["4.14.14"] = VerificationReason.StatusOutOfScope, // attribute certificates only
        ["4.14.17"] = VerificationReason.ChainCrlReasonsNotCovered,
        ["4.14.26"] = VerificationReason.StatusOutOfScope,
        ["4.14.27"] = VerificationReason.StatusOutOfScope,
        ["4.14.30"] = VerificationReason.StatusSignerNotAuthorised, // valid; only the key that signs the list vouches for itself
        ["4.14.35"] = VerificationReason.StatusOutOfScope,
        ["4.15.1"] = VerificationReason.StatusOutOfScope, // a delta without its base
        ["4.15.10"] = VerificationReason.StatusStale, // the base is out of date
    };

    /// <summary>Valid cases whose names are equal only by RFC 5280 §7.1.</summary>
    public static readonly string[] NamesInForm = ["4.3.3", "4.3.4", "4.3.5", "4.3.10", "4.3.11"];

    /// <summary>Why the refused cases of a section are refused, by the section's subject; a case of its own before its section.</summary>
    public static readonly Dictionary<string, VerificationReason> Refused = new()
    {
        ["4.1"] = VerificationReason.IssuerSignatureInvalid,
        ["4.2"] = VerificationReason.Expired,
        ["4.2.1"] = VerificationReason.NotYetValid,
        ["4.2.2"] = VerificationReason.NotYetValid,
        ["4.3"] = VerificationReason.IssuerUnknown,
        ["4.4"] = VerificationReason.Revoked,
        ["4.5"] = VerificationReason.Revoked,
        ["4.5.8"] = VerificationReason.ChainAuthorityExpected, // a key of lists that issued a certificate
        ["4.6"] = VerificationReason.ChainPathTooLong,
        ["4.6.1"] = VerificationReason.ChainAuthorityExpected,
        ["4.6.2"] = VerificationReason.ChainAuthorityExpected,
        ["4.6.3"] = VerificationReason.ChainAuthorityExpected,
        ["4.7"] = VerificationReason.ChainKeyMayNotSignCertificates,
        ["4.8"] = VerificationReason.ChainPolicyNotSatisfied,
        ["4.9"] = VerificationReason.ChainPolicyNotSatisfied,
        ["4.10"] = VerificationReason.ChainPolicyNotSatisfied,
        ["4.11"] = VerificationReason.ChainPolicyNotSatisfied,
        ["4.12"] = VerificationReason.ChainPolicyNotSatisfied,
        ["4.13"] = VerificationReason.ChainNameNotPermitted,
        ["4.14"] = VerificationReason.Revoked,
        ["4.14.16"] = VerificationReason.Held, // certificateHold
        ["4.15"] = VerificationReason.Revoked,
        ["4.16"] = VerificationReason.UnrecognisedCriticalExtension,
    };

    public static VerificationReason WhyRefused(string id) =>
        Refused.TryGetValue(id, out VerificationReason own) ? own : Refused[string.Join('.', id.Split('.')[..2])];
}
