using System.Security.Cryptography;

namespace MyNumber.Jpki.Authority;

/// <summary>The five RSA keys of a lab. They stay the caller's, who disposes them after the lab; the lab uses each from one thread at a time, also when one object is given twice.</summary>
/// <param name="SignaturePrevious">Signature authority, previous generation.</param>
/// <param name="SignatureCurrent">Signature authority, current generation.</param>
/// <param name="UserAuthenticationPrevious">User-authentication authority, previous generation.</param>
/// <param name="UserAuthenticationCurrent">User-authentication authority, current generation.</param>
/// <param name="Responder">The OCSP responder; each generation certifies it.</param>
public sealed record LabAuthorityKeys(RSA SignaturePrevious, RSA SignatureCurrent, RSA UserAuthenticationPrevious, RSA UserAuthenticationCurrent, RSA Responder);
