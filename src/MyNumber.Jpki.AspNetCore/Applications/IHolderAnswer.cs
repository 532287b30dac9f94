using MyNumber.Jpki.AspNetCore.Problems;

namespace MyNumber.Jpki.AspNetCore.Applications;

/// <summary>What all answers of holders have in common.</summary>
internal interface IHolderAnswer
{
    /// <summary>Why it was not accepted; <see langword="null"/> when it was.</summary>
    JpkiRejection? Rejection { get; }
}
