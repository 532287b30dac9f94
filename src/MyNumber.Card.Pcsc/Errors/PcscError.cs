namespace MyNumber.Card.Pcsc.Errors;

/// <summary>One row of the table of errors (エラー表): a return code, its name, its cause, and words in two languages.</summary>
/// <param name="Code">The return code, 32 bits; 0 when the library is not there, so that no call was made.</param>
/// <param name="Symbol">The name in winscard.h, or <c>ERROR_</c> of the Windows system.</param>
/// <param name="Cause">The cause.</param>
/// <param name="English">What happened and what to do.</param>
/// <param name="Japanese">The same in Japanese.</param>
public sealed record PcscError(uint Code, string Symbol, PcscCause Cause, PcscAdvice English, PcscAdvice Japanese);
