using MyNumber.Jpki;

namespace DocumentSigning;

/// <summary>One signed document with all that is done with it.</summary>
/// <param name="Title">What it is, in Japanese and in English.</param>
/// <param name="FileName">The file that it is written to.</param>
/// <param name="Signed">The document with its signature.</param>
/// <param name="Content">What was signed, when it stands beside the signature; otherwise <see langword="null"/>.</param>
/// <param name="Verify">Asks a verifier of this house about a document and the content beside it.</param>
/// <param name="Change">Makes a changed document and content.</param>
/// <param name="Refusal">Why the changed one is refused.</param>
/// <param name="Outside">Outside programs that judge it.</param>
internal sealed record SignedPaper(
    string Title,
    string FileName,
    byte[] Signed,
    byte[]? Content,
    Func<byte[], byte[]?, ValueTask<Answer>> Verify,
    Func<byte[], byte[]?, (byte[] Signed, byte[]? Content)> Change,
    VerificationReason Refusal,
    IReadOnlyList<OutsideCheck> Outside);
