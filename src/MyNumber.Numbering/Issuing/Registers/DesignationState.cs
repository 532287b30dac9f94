namespace MyNumber.Numbering.Issuing.Registers;

/// <summary>How far an issue has come. States follow one another; none is skipped, none is gone back to.</summary>
/// <remarks>Source: 番号法8条, 番号法施行令2条 (project research notes §2, R5–R7).</remarks>
public enum DesignationState
{
    /// <summary>No issue; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>J-LIS has made the number (生成).</summary>
    Generated = 1,

    /// <summary>J-LIS has sent it to the mayor (通知).</summary>
    Notified = 2,

    /// <summary>The mayor has received it, and by that has designated it (指定, 施行令2条).</summary>
    Designated = 3,

    /// <summary>It stands in the resident record (住民票に記載).</summary>
    Recorded = 4,
}
