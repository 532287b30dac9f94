namespace MyNumber.Linkage.Core.Acquisitions;

/// <summary>How far an acquisition of a code is (符号の取得).</summary>
public enum AcquisitionState
{
    /// <summary>There is none; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>The number is allotted.</summary>
    Draft = 1,

    /// <summary>J-LIS, or the municipality of the registered domicile, has it.</summary>
    Sent = 2,

    /// <summary>The core has got the resident record code and knows the person; the code itself is not kept.</summary>
    ResidentCodeForwarded = 3,

    /// <summary>The agency code is there.</summary>
    Generated = 4,

    /// <summary>The agency has got it, and may ask again as long as it did not confirm.</summary>
    Delivered = 5,

    /// <summary>Over. Nothing but the key of the number is left, so that the number is not used again.</summary>
    Erased = 6,

    /// <summary>The person is no resident; the acquisition waits (待機).</summary>
    NonResident = 7,

    /// <summary>Nobody was found.</summary>
    NotFound = 8,

    /// <summary>Not all four attributes are the same.</summary>
    Mismatch = 9,

    /// <summary>The holder could not get codes when the resident record code came, or the person's link was split before the code was there.</summary>
    Rejected = 10,
}
