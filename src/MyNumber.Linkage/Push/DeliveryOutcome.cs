namespace MyNumber.Linkage.Push;

/// <summary>What became of a delivery. All but <see cref="Waiting"/> and <see cref="Untrusted"/> are final.</summary>
public enum DeliveryOutcome
{
    /// <summary>Not known yet; it goes on by itself or by resuming.</summary>
    Waiting,

    /// <summary>The receiver keeps it.</summary>
    Delivered,

    /// <summary>The receiver has a code of the person and nobody under it: the portal no account in use (利用者登録なし), a body no addressee.</summary>
    NoAccount,

    /// <summary>The receiver never obtained a code of the person (符号なし).</summary>
    ReceiverHasNoCode,

    /// <summary>The person's account takes no notices (受取制限).</summary>
    Restricted,

    /// <summary>No rule allows it.</summary>
    RefusedByRule,

    /// <summary>The sender's code of the person is not one in use.</summary>
    CodeRefused,

    /// <summary>The code holder of one side is suspended or closed.</summary>
    HolderSuspended,

    /// <summary>Its time was over before it got there.</summary>
    Expired,

    /// <summary>Signature, seal or content do not hold at the receiver, or its receipt does not hold here.</summary>
    Untrusted,

    /// <summary>The id was used for another delivery.</summary>
    IdIsTaken,

    /// <summary>Not well formed, or sent by another than it says.</summary>
    Rejected,

    /// <summary>The sender has no code of the person; nothing was sent.</summary>
    SenderHasNoCode,

    /// <summary>The operator does not work in the affair; nothing was sent.</summary>
    OperatorNotAllowed,
}
