namespace MyNumber.Linkage.Messages;

/// <summary>How far the core is with an inquiry.</summary>
public enum AnswerState
{
    /// <summary>The core takes no such inquiry; <see cref="InquiryAnswer.Fault"/> tells why, and nothing is recorded.</summary>
    Rejected,

    /// <summary>Asked on; to be collected later (非同期の回答).</summary>
    Waiting,

    /// <summary>Ended; record and, when something was provided, reply are there.</summary>
    Done,
}
