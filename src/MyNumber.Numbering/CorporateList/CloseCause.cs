namespace MyNumber.Numbering.CorporateList;

/// <summary>Why a registration was closed (登記記録の閉鎖等の事由). The values are the codes of the file; their meanings are of medium confidence.</summary>
public enum CloseCause
{
    /// <summary>Liquidation was completed (清算の結了等).</summary>
    Liquidation = 1,

    /// <summary>Dissolved by a merger (合併による解散等).</summary>
    Merger = 11,

    /// <summary>Closed by the registrar (登記官による閉鎖).</summary>
    ByRegistrar = 21,

    /// <summary>Completion of another liquidation (その他の清算の結了等).</summary>
    OtherLiquidation = 31,
}
