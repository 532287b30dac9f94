namespace MyNumber.Jpki.Reports;

/// <summary>What a report is about.</summary>
public enum ReportSubject
{
    /// <summary>A certificate (電子証明書).</summary>
    Certificate = 0,

    /// <summary>A signed document with one signer, or one signer of several (署名付き文書).</summary>
    Document,

    /// <summary>A document with all its signers; each is a part (複数署名).</summary>
    Signers,

    /// <summary>A document whose signatures have timestamps; each signer and each timestamp is a part.</summary>
    TimestampedDocument,

    /// <summary>A timestamp (タイムスタンプ).</summary>
    Timestamp,

    /// <summary>A re-check of a stored certificate (現況確認).</summary>
    StatusCheck,

    /// <summary>A chain of any hierarchy (証明書チェーン).</summary>
    Chain,

    /// <summary>A signature at a past instant (長期検証).</summary>
    Past,
}
