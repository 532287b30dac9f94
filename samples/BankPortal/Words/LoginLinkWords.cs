using BankPortal.Clerks;

namespace BankPortal.Words;

/// <summary>What became of the link to the login, and what a clerk does about it.</summary>
internal static class LoginLinkWords
{
    public static string Of(LoginLink link) => link switch
    {
        LoginLink.Stands => "結び付いている",
        LoginLink.Followed => "更新された証明書に結び付け直した",
        LoginLink.NotKnownYet => "まだ分からない。次の現況確認でもう一度尋ねる",
        LoginLink.NotNamedAnyMore => "結び付きが示されなくなった。お客様に確かめる",
        LoginLink.Changed => "別の証明書に変わった。新しい証明書の届出を求める",
        LoginLink.OtherAccount => "別の口座に結び付いている。どちらの口座の方かを確かめる",
        LoginLink.Ended => "結び付きを解除してある",
        LoginLink.Unreachable => "確認できない。次の現況確認でもう一度尋ねる",
        _ => "署名用が有効でないため、尋ねていない",
    };

    /// <summary>The class of a mark in the stylesheet.</summary>
    public static string Mark(LoginLink link) => link switch
    {
        LoginLink.Stands or LoginLink.Followed => "good",
        LoginLink.OtherAccount or LoginLink.Changed or LoginLink.NotNamedAnyMore => "bad",
        _ => "wait",
    };
}
