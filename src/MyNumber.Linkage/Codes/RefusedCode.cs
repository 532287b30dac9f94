namespace MyNumber.Linkage.Codes;

/// <summary>A code of a batch that was not converted, and why.</summary>
/// <param name="Index">Its place in the batch, from 0.</param>
/// <param name="Verdict">The reason; never <see cref="CodeVerdict.Genuine"/>.</param>
public readonly record struct RefusedCode(int Index, CodeVerdict Verdict);
