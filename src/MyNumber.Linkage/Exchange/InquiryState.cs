namespace MyNumber.Linkage.Exchange;

/// <summary>How an inquiry stands at the inquirer.</summary>
public enum InquiryState
{
    /// <summary>The operator may not act in this affair; nothing was sent.</summary>
    OperatorNotAllowed,

    /// <summary>The body has no code of the person yet; it has to be acquired first. Nothing was sent.</summary>
    NoCode,

    /// <summary>The core does not take the inquiry; see <see cref="InquiryResult.Fault"/>.</summary>
    Rejected,

    /// <summary>Sent; to be collected later.</summary>
    Waiting,

    /// <summary>Ended; see <see cref="InquiryResult.Outcome"/>.</summary>
    Done,

    /// <summary>The answer does not hold: the record is of another inquiry, the provider's signature is wrong, or the data cannot be opened. Nothing was recorded.</summary>
    Untrusted,

    /// <summary>The server knows no such inquiry.</summary>
    Unknown,
}
