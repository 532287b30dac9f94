namespace MyNumber.Linkage.Portal.Delegation;

/// <summary>The four functions of the portal (documents of 2014): what a person, or a delegate, does there.</summary>
public enum PortalFunction
{
    /// <summary>Provision records (①情報提供記録表示).</summary>
    ProvisionRecords = 1,

    /// <summary>Self-information (②自己情報表示).</summary>
    SelfInformation = 2,

    /// <summary>Notices (③プッシュ型サービス).</summary>
    Notices = 3,

    /// <summary>Applications (④ワンストップサービス).</summary>
    OneStop = 4,
}
