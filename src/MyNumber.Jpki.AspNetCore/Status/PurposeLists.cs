using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.AspNetCore.Status;

/// <summary>Where the lists of one purpose come from.</summary>
/// <param name="Purpose">Whose lists.</param>
/// <param name="Anchors">Who may have signed them.</param>
/// <param name="Signers">SHA-256 of the anchors' keys in Base64, as a store names the signers of what it holds.</param>
/// <param name="Addresses">Where they lie; none when the application brings them itself.</param>
/// <param name="Folder">Where they are kept over a restart.</param>
internal sealed record PurposeLists(CertificatePurpose Purpose, TrustAnchorSet Anchors, IReadOnlySet<string> Signers, IReadOnlyList<Uri> Addresses, string? Folder);
