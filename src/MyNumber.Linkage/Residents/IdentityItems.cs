namespace MyNumber.Linkage.Residents;

/// <summary>Parts of a person's identity information (本人確認情報).</summary>
[Flags]
public enum IdentityItems
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The four attributes (基本4情報).</summary>
    FourAttributes = 1,

    /// <summary>The individual number (個人番号); whoever may not have it may not ask by it either.</summary>
    IndividualNumber = 2,

    /// <summary>The resident record code (住民票コード), only where the law gives it.</summary>
    ResidentRecordCode = 4,

    /// <summary>Why and when the record changed last (異動事由, 異動年月日).</summary>
    Change = 8,
}
