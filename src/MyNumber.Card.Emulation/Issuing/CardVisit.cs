namespace MyNumber.Card.Emulation.Issuing;

/// <summary>A visit to a counter: who came and what was brought.</summary>
public sealed record CardVisit
{
    /// <summary>Who came.</summary>
    public CardVisitor Visitor { get; init; }

    /// <summary>Everybody who came showed who they are (本人確認書類).</summary>
    public bool IdentityShown { get; init; } = true;

    /// <summary>The delivery notice (交付通知書 兼 照会書) was brought.</summary>
    public bool Notice { get; init; } = true;

    /// <summary>The answer on it (回答書) is signed.</summary>
    public bool AnswerSigned { get; init; } = true;

    /// <summary>Delegation (委任状), or proof of representation.</summary>
    public bool Delegation { get; init; }

    /// <summary>Proof that the holder cannot come.</summary>
    public bool AbsenceProved { get; init; }

    /// <summary>The holder wrote the PINs down and covered them with the seal (目隠しシール).</summary>
    public bool PinsSealed { get; init; }

    /// <summary>The card was brought.</summary>
    public bool Card { get; init; } = true;
}
