using System.Security.Cryptography;

namespace MyNumber.Jpki.Authority;

/// <summary>The RSA keys of a lab. They stay the caller's, who disposes them after the lab; the lab uses each from one thread at a time, also when one object is given twice.</summary>
/// <param name="Signature">Signature authority, one key for each generation, the oldest first, at least one.</param>
/// <param name="UserAuthentication">User-authentication authority, likewise.</param>
/// <param name="Responder">The OCSP responder; each generation certifies it.</param>
public sealed record LabAuthorityKeys(IReadOnlyList<RSA> Signature, IReadOnlyList<RSA> UserAuthentication, RSA Responder)
{
    /// <summary>How many generations a lab begins with in the tests and tools of this house: as many as the real service has.</summary>
    public const int UsualGenerations = 3;

    /// <summary>Divides up a row of keys: three for the signature authority, three for user authentication, one for the responder.</summary>
    /// <param name="seven">Seven keys.</param>
    /// <returns>The keys.</returns>
    /// <exception cref="ArgumentException">There are not seven.</exception>
    public static LabAuthorityKeys Of(params IReadOnlyList<RSA> seven)
    {
        ArgumentNullException.ThrowIfNull(seven);
        return seven.Count == (2 * UsualGenerations) + 1
            ? new LabAuthorityKeys([.. seven.Take(UsualGenerations)], [.. seven.Skip(UsualGenerations).Take(UsualGenerations)], seven[^1])
            : throw new ArgumentException("A lab of three generations has seven keys.", nameof(seven));
    }
}
