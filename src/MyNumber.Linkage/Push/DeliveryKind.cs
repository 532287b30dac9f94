namespace MyNumber.Linkage.Push;

/// <summary>What is delivered about a person without being asked for.</summary>
public enum DeliveryKind
{
    /// <summary>A notice to one person (個別のお知らせ); to the portal only.</summary>
    Notice = 1,

    /// <summary>A notice to each of a group (広いグループに対する情報提供); to the portal only.</summary>
    GroupNotice = 2,

    /// <summary>A person's application (申請・届出); from the portal only.</summary>
    Application = 3,
}
