namespace MyNumber.Linkage.Residents;

/// <summary>Why identity information changed last (異動事由), in groups of ours; the codes of the real network are not public.</summary>
public enum IdentityChange
{
    /// <summary>Not said; the value of <see langword="default"/>, which no resident has.</summary>
    Unspecified = 0,

    /// <summary>A resident record was made (転入, 出生, 職権記載 and the like).</summary>
    Made = 1,

    /// <summary>An attribute was corrected or changed (転居, 氏名の変更, 修正).</summary>
    Attributes = 2,

    /// <summary>The resident record code was changed (住民票コードの変更).</summary>
    ResidentRecordCode = 3,

    /// <summary>The individual number was changed (個人番号の変更).</summary>
    IndividualNumber = 4,

    /// <summary>The resident record was deleted (死亡, 国外転出, 職権消除).</summary>
    Deleted = 5,
}
