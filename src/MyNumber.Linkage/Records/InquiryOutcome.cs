namespace MyNumber.Linkage.Records;

/// <summary>How an inquiry (情報照会) ended. The official result codes are not public; these are our own.</summary>
public enum InquiryOutcome
{
    /// <summary>The provider provided (提供).</summary>
    Provided,

    /// <summary>The provider holds nothing of the kind (該当なし).</summary>
    NoRecord,

    /// <summary>The provider holds no code of the person (施行令26条2項).</summary>
    ProviderHasNoCode,

    /// <summary>No rule of the matrix permits it (番号法19条8号, 9号).</summary>
    RefusedByRule,

    /// <summary>A file of one side breaches the rules on impact assessment (番号法21条2項, 28条).</summary>
    RefusedPia,

    /// <summary>A body notified that it restricts inquiries by ordinance (番号法26条).</summary>
    RestrictedByOrdinance,

    /// <summary>An item waits for a human's release (自動応答不可).</summary>
    HeldForManualRelease,

    /// <summary>The permit ran out before an answer.</summary>
    Expired,

    /// <summary>The presented code is not one of this core.</summary>
    CodeInvalid,

    /// <summary>The presented code was made for another holder.</summary>
    CodeForeign,

    /// <summary>The presented code was replaced by a later one.</summary>
    CodeSuperseded,

    /// <summary>The provider failed.</summary>
    ProviderError,

    /// <summary>The network failed.</summary>
    NetworkError,

    /// <summary>The inquirer's or the provider's code holder is suspended or closed (符号取得主体の停止): its codes are not used.</summary>
    HolderSuspended,
}
